package io.github.containerversions.report;

import com.grack.nanojson.JsonAppendableWriter;
import io.github.containerversions.model.Base;
import io.github.containerversions.model.Scope;

/** A scope as programs see it, the same in every form that they read. */
final class ScopeKeys {

  private ScopeKeys() {}

  /** Writes its keys into the object that is open. */
  static void write(Scope scope, JsonAppendableWriter json) {
    json.value("mode", scope.mode().id()).value("reason", scope.reason().id());
    if (scope.base() instanceof Base.Branch branch) {
      json.value("baseRef", branch.ref()).value("baseCommit", branch.commit());
    } else {
      json.nul("baseRef").nul("baseCommit");
    }
    json.value("detail", scope.detail());
  }
}
