package dev.varve.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.varve.schema.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A {@link Schema} as JSON, as it stands in {@code model.json} and {@code snapshot.json}.
 *
 * <p>The text is canonical: it depends on the schema alone, is sorted as the schema is, leaves out
 * what has its default, breaks lines with LF and ends with one. Each column, key, check, index and
 * enum type has a line of its own.
 */
public final class SchemaJson {
  /** The version of the format. A file with a later one is refused. */
  public static final int FORMAT = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private SchemaJson() {}

  /** Writes {@code schema}. */
  public static String write(Schema schema) {
    StringWriter text = new StringWriter(1024 + 1024 * schema.tables().size());
    try (JsonGenerator json = JSON.createGenerator(text)) {
      Layout layout = new Layout();
      json.setPrettyPrinter(layout);
      new SchemaWriter(json, layout).write(schema);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter failed", e);
    }
    return text.append('\n').toString();
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws MalformedModelException if {@code text} is something else: cut, edited into something
   *     that makes no sense, with conflicts of a merge, or written by a later Varve
   */
  public static Schema read(String text) throws MalformedModelException {
    MergeConflict.refuse(text);
    try (JsonParser parser = JSON.createParser(text)) {
      return new SchemaReader(new JsonCursor(parser)).read();
    } catch (JsonProcessingException e) {
      throw MalformedModelException.syntax(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a String can't be read", e);
    }
  }
}
