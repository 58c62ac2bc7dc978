package cn.wuye.hotline.backend.survey.voice;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class OwnVoiceMariaDbIT extends OwnVoiceCases {}
