package org.comuta.sip.callcontrol.leg;

/** Something done for one call on its lane; what it throws ends that call and no other. */
@FunctionalInterface
public interface LaneTask {
  void run() throws Exception;
}
