package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class PromptRecordingsMariaDbIT extends PromptRecordingsCases {}
