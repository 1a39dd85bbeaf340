/** The files of logs: the folder, what is kept of it, and archives of it. */
package org.comuta.logging.file;
