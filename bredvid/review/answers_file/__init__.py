"""The reviewer's file of all answers of a round in the field. Its format: docs/reference/answers-file.md."""
