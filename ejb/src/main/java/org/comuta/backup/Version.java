package org.comuta.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which version of the product this is. */
final class Version {
  private static final String BUILD = "/META-INF/maven/org.comuta/comuta-ejb/pom.properties";

  private Version() {}

  /** As the build wrote it down; empty where there was none. */
  static String ofProduct() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(BUILD)) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException unreadable) {
      return "";
    }
    return build.getProperty("version", "");
  }
}
