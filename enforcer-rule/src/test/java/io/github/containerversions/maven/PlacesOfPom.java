package io.github.containerversions.maven;

import io.github.containerversions.core.CannotCheckException;
import io.github.containerversions.versions.site.place.Place;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The places that a POM configures, for tests outside of this room. */
public final class PlacesOfPom {
  private PlacesOfPom() {}

  /**
   * The places of an element.
   *
   * @param xml the element {@code <places>}
   */
  public static List<Place> read(String xml) {
    try {
      return PlaceElements.read(
          new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml))));
    } catch (CannotCheckException | XmlPullParserException | IOException e) {
      throw new AssertionError(xml, e);
    }
  }
}
