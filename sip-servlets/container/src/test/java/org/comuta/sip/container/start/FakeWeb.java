package org.comuta.sip.container.start;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * As much of a web application as the container asks for: a path, a class loader and attributes.
 */
final class FakeWeb {

  private final Map<String, Object> attributes = new ConcurrentHashMap<>();

  private FakeWeb() {}

  static ServletContext context() {
    FakeWeb web = new FakeWeb();
    return (ServletContext)
        Proxy.newProxyInstance(
            FakeWeb.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> web.call(method, arguments));
  }

  private @Nullable Object call(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getContextPath" -> "/test";
      case "getClassLoader" -> FakeWeb.class.getClassLoader();
      case "getAttribute" -> attributes.get((String) arguments[0]);
      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
      case "getInitParameter" -> null;
      case "toString" -> "fake web application";
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }
}
