/** What the checks of every rule share: exemptions and what becomes of them. */
@NullMarked
package io.github.containerversions.check;

import org.jspecify.annotations.NullMarked;
