/**
 * The API under {@code /api/v1}: one resource class a subject, one way to read bodies, to page and
 * filter lists, and to tell errors.
 */
package org.comuta.rest;
