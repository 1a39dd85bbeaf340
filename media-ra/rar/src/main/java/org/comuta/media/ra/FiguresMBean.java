package org.comuta.media.ra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import org.jspecify.annotations.Nullable;

/** Figures that management can read, each by its name. Any thread, once all are there. */
final class FiguresMBean implements DynamicMBean {
  /** One figure. */
  private record Figure(Class<?> type, String description, Supplier<?> value) {}

  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final String description;

  FiguresMBean(String description) {
    this.description = description;
  }

  <T> FiguresMBean with(String name, String meaning, Class<T> type, Supplier<T> value) {
    figures.put(name, new Figure(type, meaning, value));
    return this;
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException {
    Figure figure = figures.get(name);
    if (figure == null) {
      throw new AttributeNotFoundException(name);
    }
    return figure.value().get();
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    AttributeList found = new AttributeList();
    for (String name : names) {
      Figure figure = figures.get(name);
      if (figure != null) {
        found.add(new Attribute(name, figure.value().get()));
      }
    }
    return found;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException("figures are only read");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(
      String action, Object @Nullable [] parameters, String @Nullable [] signature) {
    throw new UnsupportedOperationException(action);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    MBeanAttributeInfo[] attributes =
        figures.entrySet().stream()
            .map(
                entry ->
                    new MBeanAttributeInfo(
                        entry.getKey(),
                        entry.getValue().type().getName(),
                        entry.getValue().description(),
                        true,
                        false,
                        false))
            .toArray(MBeanAttributeInfo[]::new);
    return new MBeanInfo(
        MediaResourceAdapter.class.getName(), description, attributes, null, null, null);
  }
}
