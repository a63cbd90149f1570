package dev.varve.processor.read;

import java.util.List;

/**
 * A component and the columns it is stored in.
 *
 * @param path its name, after those of the embedded records around it: {@code billing.city}
 * @param component the component
 * @param columns the names of its columns in order; none for a junction table
 */
record DraftComponent(String path, Component component, List<String> columns) {
  DraftComponent {
    columns = List.copyOf(columns);
  }
}
