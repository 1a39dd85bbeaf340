/** Pages of backups, and of the configuration as files. */
package org.comuta.portal.backup;
