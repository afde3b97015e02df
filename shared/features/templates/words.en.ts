// What templates of the shop say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  TEMPLATE_NOT_FOUND: 'This template is not here any more.',
  TEMPLATE_CHANGED: 'Somebody else has just changed this template. Look at it again.',
  TEMPLATE_NAME_TAKEN: 'There is a template of that name already. Replace it, or choose another name.',
  TOO_MANY_TEMPLATES: 'The shop has 50 templates. Delete one that you no longer use.',
}

export const viewer = {}

export const overlay = {}

export const studio = {
  'template.title': 'Templates',
  'template.make': 'Use',
  'template.makeOf': 'Make one from {{name}}, kept for later',
  'template.made': 'Kept for later',
  'template.all_one': 'Show {{count}} more',
  'template.all_other': 'Show {{count}} more',
  'template.fewer': 'Show fewer',
  'template.notHere': 'Not in this show: {{what}}',
  'template.otherMoney': 'Its amounts are in {{from}}, and this show sells in {{to}}.',
  'template.stale': 'It was saved by an older version and cannot be made any more. Delete it and save it anew.',
  'template.change': 'Rename or delete {{name}}',
  'template.name': 'Name',
  'template.rename': 'Rename',
  'template.remove': 'Delete',
  'template.removeQuestion': 'Delete “{{name}}” for all shows? What was made from it stays.',
  'template.removeYes': 'Delete it',
  'template.save': 'Save as template',
  'template.saveOf': 'Save {{title}} as a template',
  'template.keep': 'Save',
  'template.replace': 'Replace',
  'template.replaces': 'There is one of this name: it is replaced for all shows.',
  'template.saved': 'Saved as “{{name}}”',
  'template.failed': 'The templates cannot be read now.',
}
