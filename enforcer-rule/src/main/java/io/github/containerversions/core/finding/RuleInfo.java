package io.github.containerversions.core.finding;

/**
 * What people read about a rule. This is the one place for it: reports and documentation are held
 * to it.
 *
 * @param id the stable id, as in findings, exemptions and the names of documentation pages
 * @param title what a container or a workflow must do to pass, one sentence without a final full
 *     stop
 * @param why what goes wrong without it, one or two sentences
 * @param fix how to put a finding right, one or two sentences
 */
public record RuleInfo(String id, String title, String why, String fix) {}
