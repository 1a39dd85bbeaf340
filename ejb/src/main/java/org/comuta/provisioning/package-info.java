/**
 * The configuration as files: written, read, compared with what is there. What they say is saved by
 * {@code configuration}, as one revision.
 */
package org.comuta.provisioning;
