/** How the one who looks wants the portal to be, and how they left it. */
package org.comuta.portal.personal;
