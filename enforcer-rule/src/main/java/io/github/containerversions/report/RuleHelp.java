package io.github.containerversions.report;

import io.github.containerversions.core.finding.RuleInfo;

/** What people are told about a rule, in Markdown. */
final class RuleHelp {

  private RuleHelp() {}

  static String markdown(RuleInfo rule) {
    return "**What it checks.** %s.\n\n**Why.** %s\n\n**How to fix.** %s\n\n[All about %s](%s)\n"
        .formatted(rule.title(), rule.why(), rule.fix(), rule.id(), RuleDocs.page(rule.id()));
  }
}
