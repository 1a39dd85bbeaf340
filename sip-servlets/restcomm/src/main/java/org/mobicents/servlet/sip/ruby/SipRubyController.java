package org.mobicents.servlet.sip.ruby;

/** Named in Restcomm's signatures, never used: there are no servlets in Ruby here. */
public interface SipRubyController {}
