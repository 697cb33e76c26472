/** Reads workflows of Actions, on GitHub, Forgejo and Gitea, from YAML nodes. */
@NullMarked
package io.github.containerversions.source.workflow;

import org.jspecify.annotations.NullMarked;
