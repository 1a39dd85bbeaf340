package org.comuta.tests.deployment;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

/** Tells from inside the server what runs in it: a line for every thread and every MBean. */
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
  }
}
