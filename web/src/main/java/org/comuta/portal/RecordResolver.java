package org.comuta.portal;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages read components of records as properties, which the expression language itself can
 * only from version 6 on. Any thread.
 */
public class RecordResolver extends ELResolver {
  private static final ClassValue<Map<String, Method>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .collect(
                  Collectors.toUnmodifiableMap(
                      RecordComponent::getName, RecordComponent::getAccessor));
        }
      };

  private static @Nullable Method component(@Nullable Object base, @Nullable Object property) {
    return base instanceof Record && property instanceof String name
        ? COMPONENTS.get(base.getClass()).get(name)
        : null;
  }

  @Override
  public @Nullable Object getValue(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    Method accessor = component(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return accessor.invoke(base);
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new ELException(accessor + " cannot be read", unreadable);
    }
  }

  @Override
  public @Nullable Class<?> getType(
      ELContext context, @Nullable Object base, @Nullable Object property) {
    if (component(base, property) != null) {
      // Nothing can be set, so there is no type that could be.
      context.setPropertyResolved(base, property);
    }
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
    // Records cannot be changed; whoever tries is told by the resolvers that follow.
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
    boolean ours = component(base, property) != null;
    if (ours) {
      context.setPropertyResolved(base, property);
    }
    return ours;
  }

  @Override
  public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return base instanceof Record ? String.class : null;
  }
}
