package org.comuta.certificate;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keys of WildFly's security subsystem, reached by its management within the process (JMX): a key
 * store reads its file again, then the key manager takes the keys from it.
 */
final class ElytronKeys implements ServerKeys {
  private static final List<Step> STEPS =
      List.of(new Step("key-store", "load"), new Step("key-manager", "init"));

  private record Step(String resource, String operation) {}

  private final String name;

  /**
   * @param name of the key store and of the key manager
   */
  ElytronKeys(String name) {
    this.name = name;
  }

  @Override
  public void readAgain() {
    try {
      for (Step step : STEPS) {
        ObjectName resource =
            new ObjectName("jboss.as:subsystem=elytron," + step.resource() + "=" + name);
        ManagementFactory.getPlatformMBeanServer()
            .invoke(resource, step.operation(), new Object[0], new String[0]);
      }
    } catch (JMException failure) {
      throw new IllegalStateException("The server did not read its keys again", failure);
    }
  }
}
