package io.github.containerversions.versions.site.place;

import io.github.containerversions.versions.model.LagLimit;
import io.github.containerversions.versions.model.TagForm;
import java.util.List;

/**
 * A place as it is configured, validated.
 *
 * @param name what messages, tables and reports call it
 * @param files the files that it is in
 * @param search what is looked for in them
 * @param container the container that the place belongs to; empty where the files or what is found
 *     in them name it
 * @param forms the forms that what is found may have, the first that fits counts
 * @param behind how far it may be behind
 * @param required whether every container must have it
 */
public record Place(
    String name,
    PlaceFiles files,
    PlaceSearch search,
    String container,
    List<TagForm> forms,
    LagLimit behind,
    boolean required) {

  public Place {
    forms = List.copyOf(forms);
  }

  /** All of it, for the identity of a configuration; that of a record costs more than the rest. */
  @Override
  public String toString() {
    return String.join(
        "\n",
        name,
        files.toString(),
        search.toString(),
        container,
        forms.toString(),
        behind.toString(),
        Boolean.toString(required));
  }
}
