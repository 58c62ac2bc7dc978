/** What a resident said when she reported her ticket, as she may be played it when she is asked. */
@NullMarked
package cn.wuye.hotline.backend.survey.voice;

import org.jspecify.annotations.NullMarked;
