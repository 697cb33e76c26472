/** What the checks of every rule share: exemptions and what becomes of them. */
@NullMarked
package io.github.containerversions.core.finding;

import org.jspecify.annotations.NullMarked;
