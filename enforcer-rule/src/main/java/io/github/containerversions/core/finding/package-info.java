/** Findings, warnings and exemptions, which both rules share. */
@NullMarked
package io.github.containerversions.core.finding;

import org.jspecify.annotations.NullMarked;
