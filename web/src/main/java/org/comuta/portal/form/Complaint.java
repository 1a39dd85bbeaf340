package org.comuta.portal.form;

/**
 * One thing wrong in a form.
 *
 * @param label of the field
 * @param elementId the element to go to
 */
public record Complaint(String label, String text, String elementId) {}
