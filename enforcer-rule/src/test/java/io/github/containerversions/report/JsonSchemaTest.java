package io.github.containerversions.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/report.schema.json} says what {@code report.json} is, all of it and nothing else. */
class JsonSchemaTest {
  private static final Path PUBLISHED = Path.of("../docs/report.schema.json");
  private static final String GOLDEN = "src/test/resources/report/";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void theSchemaIsOneOfItsDraft() throws IOException {
    Schema draft =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(draft.validate("{\"type\": \"text\"}", InputFormat.JSON)).isNotEmpty();
    assertThat(draft.validate(Files.readString(PUBLISHED), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOLDEN + "example.json",
        GOLDEN + "pushes.json",
        "../it/src/it/nix-lags-behind.report.json"
      })
  void everyKeyOfAReportIsInTheSchema(String report) throws IOException, JsonParserException {
    String text = Files.readString(Path.of(report));

    assertThat(violations(Files.readString(PUBLISHED), text)).isEmpty();
    assertThat(violations(closed(), text)).isEmpty();
  }

  @Test
  void whatPlacesOfTheConfigurationDeclareIsKnown() throws IOException, JsonParserException {
    String report = example().replace("\"source\":\"nix\"", "\"source\":\"place:compose\"");

    assertThat(report).isNotEqualTo(example());
    assertThat(violations(closed(), report)).isEmpty();
  }

  @Test
  void aKeyThatIsAddedLaterIsNoViolation() throws IOException, JsonParserException {
    String report = example().replace("\"status\":\"ok\"", "\"new\":1,\"status\":\"ok\"");

    assertThat(violations(Files.readString(PUBLISHED), report)).isEmpty();
    assertThat(violations(closed(), report)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"status\":\"fine\", \"status\":\"ok\"",
        "\"status\":\"failed\", \"status\":\"ok\"",
        "\"status\":\"ok\", \"status\":\"failed\"",
        "\"status\":\"exempt\", \"status\":\"ok\"",
        "\"schemaVersion\":2, \"schemaVersion\":1",
        "\"line\":0, \"line\":7",
        "\"length\":20, \"endColumn\":20",
        "\"source\":\"place:\", \"source\":\"nix\"",
        "\"until\":\"soon\", \"until\":null",
        "\"because\":, \"reason\":",
      })
  void anotherReportIsAViolation(String wrong, String right) throws IOException {
    String report = example().replace(right, wrong);

    assertThat(report).isNotEqualTo(example());
    assertThat(violations(Files.readString(PUBLISHED), report)).isNotEmpty();
  }

  @Test
  void thePageShowsAReportOfARealBuild() throws IOException {
    String page = Files.readString(Path.of("../docs/reports.md"));
    String report = Files.readString(Path.of("../it/src/it/nix-lags-behind.report.json"));

    assertThat(page)
        .contains("```json\n" + report.replace("@version@", ToolVersion.read()) + "```\n");
  }

  private static String example() throws IOException {
    return Files.readString(Path.of(GOLDEN + "example.json"));
  }

  private static List<Error> violations(String schema, String report) {
    return REGISTRY.getSchema(schema, InputFormat.JSON).validate(report, InputFormat.JSON);
  }

  /** The schema, allowing no key that it does not name. */
  private static String closed() throws IOException, JsonParserException {
    JsonObject schema = JsonParser.object().from(Files.readString(PUBLISHED));
    close(schema);
    return JsonWriter.string(schema);
  }

  private static void close(Object json) {
    if (json instanceof JsonArray array) {
      array.forEach(JsonSchemaTest::close);
    } else if (json instanceof JsonObject object) {
      object.values().forEach(JsonSchemaTest::close);
      if ("object".equals(object.get("type"))) {
        object.put("additionalProperties", false);
      }
    }
  }
}
