/**
 * How Teams' cards look, in Fluent's tokens: the colours are the custom properties that FluentProvider sets, so
 * a card follows the theme (light, dark, contrast) without being drawn again and without losing what was typed.
 */
export const cardHostConfig = {
  supportsInteractivity: true,
  fontFamily: 'var(--fontFamilyBase)',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style('--colorNeutralBackground1'),
    emphasis: style('--colorNeutralBackground3'),
    good: style('--colorStatusSuccessBackground1'),
    warning: style('--colorStatusWarningBackground1'),
    attention: style('--colorStatusDangerBackground1'),
    accent: style('--colorBrandBackground2'),
  },
  textStyles: {
    heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false },
    columnHeader: { weight: 'bolder' },
  },
  // Below the page's heading and the day's.
  textBlock: { headingLevel: 3 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder' },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    // The style sheet spaces and wraps the buttons.
    buttonSpacing: 0,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
}

function style(background: string) {
  return {
    backgroundColor: `var(${background})`,
    foregroundColors: {
      default: colours('--colorNeutralForeground1', '--colorNeutralForeground2'),
      dark: colours('--colorNeutralForeground1', '--colorNeutralForeground2'),
      light: colours('--colorNeutralForeground2', '--colorNeutralForeground2'),
      accent: colours('--colorBrandForeground1', '--colorBrandForeground1'),
      good: colours('--colorStatusSuccessForeground1', '--colorStatusSuccessForeground1'),
      warning: colours('--colorStatusWarningForeground1', '--colorStatusWarningForeground1'),
      attention: colours('--colorStatusDangerForeground1', '--colorStatusDangerForeground1'),
    },
  }
}

function colours(normal: string, subtle: string) {
  return { default: `var(${normal})`, subtle: `var(${subtle})` }
}
