/** Puts the telephone together: dialogs, speech and call router, their start, stop and health. */
@NullMarked
package cn.wuye.hotline.backend.telephony;

import org.jspecify.annotations.NullMarked;
