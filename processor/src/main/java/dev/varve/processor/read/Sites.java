package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;

/** Where annotations for one column stand. */
final class Sites {
  private Sites() {}

  /** The component, then the components of its value records, from the outside in. */
  static List<Site> of(Component component, Shape.Scalar scalar) {
    if (scalar.wrappers().isEmpty()) {
      return List.of(component.site());
    }
    List<Site> sites = new ArrayList<>(1 + scalar.wrappers().size());
    sites.add(component.site());
    for (Component wrapper : scalar.wrappers()) {
      sites.add(wrapper.site());
    }
    return sites;
  }
}
