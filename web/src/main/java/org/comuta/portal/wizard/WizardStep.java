package org.comuta.portal.wizard;

/** The steps, in order. */
public enum WizardStep {
  /** Language and time zone. */
  LANGUAGE,
  /** Password and second factor: hints only. */
  ACCOUNT,
  /** The NAP that leads to the carrier. */
  CARRIER,
  /** The NAP that leads to the office. */
  OFFICE,
  /** A route each way. */
  ROUTES,
  /** What is to be saved, a number to try, and the word to go. */
  CHECK,
  /** What comes next. */
  DONE
}
