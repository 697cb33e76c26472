package io.github.containerversions.pushes.rules;

import io.github.containerversions.pushes.shell.Command;
import io.github.containerversions.pushes.workflow.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What docker/bake-action builds.
 *
 * @param images the images; empty where they are not known
 * @param push whether the files ask for a push by themselves
 */
record BakedImages(List<Image> images, boolean push) {

  static BakedImages of(Step.Use use, VariableScope values) {
    List<Image> images = new ArrayList<>();
    boolean push = false;
    ScriptVariables.Scope scope = values.script().enterProgram();
    for (Command command : use.builds().commands()) {
      values.take(command);
      if (!command.words().isEmpty()) {
        ToolTable.Match match =
            ToolTable.find("docker", command.words().subList(1, command.words().size()))
                .orElseThrow();
        images.addAll(TargetSyntax.tags(match.options(), values));
        push |= BuildRequest.of(match.options(), List.of(), values).push();
      }
    }
    values.script().leave(scope);
    return new BakedImages(images, push);
  }
}
