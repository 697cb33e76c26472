/** The contents of a workflow of Actions: its jobs, their steps, and the words of their scripts. */
@NullMarked
package io.github.containerversions.pushes.workflow;

import org.jspecify.annotations.NullMarked;
