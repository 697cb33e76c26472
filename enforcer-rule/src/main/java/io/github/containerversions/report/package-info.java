/** The forms of report, with one renderer for each, and the lines of the log. */
@NullMarked
package io.github.containerversions.report;

import org.jspecify.annotations.NullMarked;
