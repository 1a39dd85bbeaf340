/**
 * The form of a backup, a gzipped tar of files with a list of them that is authenticated, and what
 * a module does to have something of its own in it. Knows no module.
 */
package org.comuta.archive;
