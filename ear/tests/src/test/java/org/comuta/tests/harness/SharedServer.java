package org.comuta.tests.harness;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a server to tests that need none of their own: one for all classes of a run, started when
 * the first asks for it and stopped in order at the end, where a failure counts as one of the run.
 * What a class leaves there is cleared away after it; history stays, and until a restart so do the
 * wrong passwords that were counted: 50 from one address within five minutes lock everybody there.
 * A test may stop or kill it, and starts it again.
 *
 * <p>Classes that need it as new come first and have an order: {@code @Order}. So does the one that
 * comes last, because of what it leaves.
 *
 * <p>Use: {@code @ExtendWith(SharedServer.class)} and a parameter of the type {@link ComutaServer}.
 */
public final class SharedServer implements ParameterResolver, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ComutaServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context)
        .getOrComputeIfAbsent(
            ComutaServer.class, ignored -> ComutaServer.startShared(), ComutaServer.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ComutaServer server = store(context).get(ComutaServer.class, ComutaServer.class);
    if (server != null) {
      server.upAgain();
      Leftovers.clear(server.rest());
    }
  }

  /** That of the whole run, which closes what is in it at its end. */
  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE);
  }
}
