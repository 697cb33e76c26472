package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.Excerpt;
import io.github.containerversions.core.text.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that is wrong with one subject: a container, or a workflow. Every report renders the
 * same value.
 *
 * <p>A finding has at most 4 KiB in any form for people: its texts are cut, and the other places
 * that do not fit are counted.
 *
 * @param rule the id of the rule that found it
 * @param subject the name of the container, or of the workflow
 * @param message what is wrong, one line, without the subject's name and a final full stop
 * @param help what to change, one line; may be empty
 * @param location the place to look at first
 * @param related the other places, in the order to look at them
 */
public record Finding(
    String rule,
    String subject,
    String message,
    String help,
    Location location,
    List<RelatedLocation> related) {

  /** Line, column and indentation of a place, in bytes. */
  private static final int AROUND_PLACE = 30;

  public Finding {
    List<RelatedLocation> fitting = fitting(related);
    int more = related.size() - fitting.size();
    // What is cut once stays as it is: a finding is copied without its subject.
    String rest = more == 0 ? "" : "; places not listed: " + more;
    message = Excerpt.cut(message, Excerpt.MESSAGE - Excerpt.size(rest)) + rest;
    help = Excerpt.cut(help, Excerpt.HELP);
    related = fitting;
  }

  private static List<RelatedLocation> fitting(List<RelatedLocation> places) {
    List<RelatedLocation> fitting = new ArrayList<>();
    int size = 0;
    for (RelatedLocation place : places) {
      String text = Excerpt.cut(place.text(), Excerpt.PLACE);
      size += AROUND_PLACE + Excerpt.size(place.location().file()) + Excerpt.size(text);
      if (size > Excerpt.PLACES) {
        break;
      }
      fitting.add(new RelatedLocation(place.location(), text));
    }
    return List.copyOf(fitting);
  }
}
