package io.github.containerversions.core.finding;

import io.github.containerversions.core.text.Location;
import java.util.List;

/**
 * Something that is wrong with one subject: a container, or a workflow. Every report renders the
 * same value.
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

  public Finding {
    related = List.copyOf(related);
  }
}
