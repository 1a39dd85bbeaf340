package org.comuta.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import org.comuta.cli.Subject.Verb;

/** What tests are about. */
final class Samples {
  static final Subject USERS =
      new Subject(
          "users",
          "user",
          "users",
          "Users",
          false,
          EnumSet.of(Verb.LIST, Verb.READ, Verb.REPLACE, Verb.DELETE),
          List.of(
              SubjectField.plain("fullName", SubjectField.Type.TEXT, false, List.of()),
              SubjectField.plain(
                  "role", SubjectField.Type.TEXT, false, List.of("OPERATOR", "EMPLOYEE")),
              SubjectField.plain(
                  "rights.configuration", SubjectField.Type.TEXT, false, List.of("NONE", "FULL")),
              SubjectField.plain("password", SubjectField.Type.TEXT, false, List.of())),
          List.of());

  private Samples() {}

  /** Kinds as the API describes them. */
  static JsonObject descriptions() {
    return json(
        """
        {"items":[
          {"kind":"nap","path":"naps","label":"NAP","help":"A neighbour. And more.","fields":[
            {"name":"name","type":"TEXT","required":true},
            {"name":"domain","type":"TEXT","required":true},
            {"name":"port","type":"NUMBER","default":5060},
            {"name":"enabled","type":"BOOLEAN","default":true},
            {"name":"transport","type":"CHOICE","choiceTexts":[
              {"value":"UDP","help":"Datagrams."},{"value":"TCP","help":""},{"value":"TLS","help":""}],"default":"UDP"},
            {"name":"password","type":"TEXT","secret":true,"default":""}]},
          {"kind":"route","path":"routes","label":"Route","help":"Where calls go.","fields":[
            {"name":"name","type":"TEXT","required":true},
            {"name":"originNap","type":"TEXT","references":"nap","default":""},
            {"name":"retryCauses","type":"NUMBER","list":true,"default":[]}]}],
         "total":2}
        """);
  }

  /** The rest of the API. */
  static JsonObject openApi() {
    return json(
        """
        {"paths":{
          "/api/v1/users":{"get":{"summary":"Users","parameters":[
            {"name":"page","in":"query"},{"name":"size","in":"query"},
            {"name":"role","in":"query","schema":{"type":"string"}}],
            "responses":{"200":{"content":{"application/json":{"schema":{"properties":{"items":
              {"items":{"properties":{"role":{"type":"string","enum":["OPERATOR","EMPLOYEE"]}}}}}}}}}}}},
          "/api/v1/users/{name}":{"get":{},"delete":{},"put":{"requestBody":{"content":
            {"application/json":{"schema":{"properties":{
              "fullName":{"type":"string"},"password":{"type":"string"},
              "enabled":{"type":["boolean","null"]},
              "rights":{"properties":{"monitoring":{"type":"string","enum":["NONE","READ","FULL",null]}}}
            }}}}}}},
          "/api/v1/calls":{"get":{"summary":"Live calls","parameters":[{"name":"page","in":"query"}]}},
          "/api/v1/calls/{callId}":{"get":{},"delete":{}},
          "/api/v1/account":{"get":{"summary":"Your own account"}},
          "/api/v1/configuration/revisions":{"get":{"parameters":[{"name":"page","in":"query"}]}},
          "/other":{"get":{}}}}
        """);
  }

  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonValue value = reader.readValue();
      return value.asJsonObject();
    }
  }
}
