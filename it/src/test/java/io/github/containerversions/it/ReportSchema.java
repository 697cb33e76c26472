package io.github.containerversions.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The schema of {@code report.json} that is published. */
final class ReportSchema {

  private ReportSchema() {}

  /** Holds a report to it. */
  static void assertKept(String report) {
    try {
      String schema = Files.readString(Installation.docs().resolve("report.schema.json"));
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(schema, InputFormat.JSON)
                  .validate(report, InputFormat.JSON))
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
