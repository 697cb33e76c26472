package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.versions.model.Base;
import io.github.containerversions.versions.model.Scope;
import io.github.containerversions.versions.model.VersionResult;

/** What a run looked at and what came of it, the same in every form that programs read. */
final class RunKeys {

  private RunKeys() {}

  /** Writes {@code scope} and {@code summary} into the object that is open. */
  static void write(VersionResult outcome, JsonAppendableWriter json) {
    scope(outcome.scope(), json);
    json.object("summary")
        .value("containers", outcome.containers().size())
        .value("checked", outcome.checked().size())
        .value("failed", outcome.failed().size())
        .value("findings", outcome.findings().size());
    if (!outcome.places().isEmpty()) {
      json.value("pending", PlaceLines.pending(outcome));
    }
    json.end();
  }

  private static void scope(Scope scope, JsonAppendableWriter json) {
    json.object("scope").value("mode", scope.mode().id()).value("reason", scope.reason().id());
    if (scope.base() instanceof Base.Branch branch) {
      json.value("baseRef", branch.ref()).value("baseCommit", branch.commit());
    } else {
      json.nul("baseRef").nul("baseCommit");
    }
    json.value("detail", scope.detail()).end();
  }
}
