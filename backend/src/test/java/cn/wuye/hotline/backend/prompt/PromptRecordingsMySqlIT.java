package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class PromptRecordingsMySqlIT extends PromptRecordingsCases {}
