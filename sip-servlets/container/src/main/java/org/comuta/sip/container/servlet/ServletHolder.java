package org.comuta.sip.container.servlet;

import jakarta.servlet.Servlet;
import org.mobicents.servlet.sip.core.MobicentsSipServlet;

/** One SIP servlet of the application: one instance serves all calls, as JSR 289 has it. */
record ServletHolder(String name, Servlet servlet) implements MobicentsSipServlet {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Servlet allocate() {
    return servlet;
  }

  @Override
  public void deallocate(Servlet instance) {}

  @Override
  public int getLoadOnStartup() {
    return 1;
  }

  @Override
  public boolean isUnavailable() {
    return false;
  }
}
