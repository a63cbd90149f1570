package dev.varve.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QualifiedNameTest {
  @Test
  void readsWhatItWrites() {
    List<String> parts = List.of("a", "a.b", "a\\", "\\.", ".", "a b", "\\\\");
    for (String name : parts) {
      assertEquals(QualifiedName.of(name), QualifiedName.parse(QualifiedName.of(name).toString()));
      for (String schema : parts) {
        QualifiedName qualified = new QualifiedName(schema, name);
        assertEquals(qualified, QualifiedName.parse(qualified.toString()));
      }
    }
  }

  @Test
  void writesNamesAsTheyAre() {
    assertEquals("users", QualifiedName.of("users").toString());
    assertEquals("billing.invoices", new QualifiedName("billing", "invoices").toString());
    assertEquals("a\\.b", QualifiedName.of("a.b").toString());
  }

  @Test
  void sortsBySchemaThenName() {
    assertTrue(QualifiedName.of("z").compareTo(new QualifiedName("a", "a")) < 0);
    assertTrue(new QualifiedName("a", "b").compareTo(new QualifiedName("b", "a")) < 0);
    assertTrue(new QualifiedName("a", "a").compareTo(new QualifiedName("a", "b")) < 0);
  }
}
