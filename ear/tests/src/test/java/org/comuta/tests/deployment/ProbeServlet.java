package org.comuta.tests.deployment;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Tells from inside the server what runs in it: a line for every thread and every MBean, and one
 * for the connection factory of the media engine.
 */
@WebServlet("/")
public class ProbeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    PrintWriter out = response.getWriter();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      out.println("thread " + thread.getName());
    }
    for (ObjectName name : ManagementFactory.getPlatformMBeanServer().queryNames(null, null)) {
      out.println("mbean " + name);
    }
    if (isBound("java:/eis/ComutaMedia")) {
      out.println("bound java:/eis/ComutaMedia");
    }
  }

  @SuppressWarnings("BanJNDI") // the name is ours
  private static boolean isBound(String name) {
    try {
      return new InitialContext().lookup(name) != null;
    } catch (NamingException e) {
      return false;
    }
  }
}
