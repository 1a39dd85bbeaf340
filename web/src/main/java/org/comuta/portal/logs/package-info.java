/** The pages of the log: what is written, and how much of it. */
package org.comuta.portal.logs;
