package cn.wuye.hotline.backend.survey.voice;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class OwnVoiceMySqlIT extends OwnVoiceCases {}
