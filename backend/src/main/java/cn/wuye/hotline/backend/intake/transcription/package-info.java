/** Text from recordings after the call, where no recogniser was free or there was no model then. */
@NullMarked
package cn.wuye.hotline.backend.intake.transcription;

import org.jspecify.annotations.NullMarked;
