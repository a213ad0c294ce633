using System.ComponentModel.DataAnnotations;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Text;

/// <summary><c>Umbraco.MultipleTextstring</c>: a list of texts, stored one a line.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.MultipleTextstring, ValueType = ValueTypes.Text, ValueEditorIsReusable = true)]
internal sealed class MultipleTextStringPropertyEditor : DataEditor
{
    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r"];

    private readonly IIOHelper _ioHelper;

    public MultipleTextStringPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<MultipleTextStringValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new MultipleTextStringConfigurationEditor(_ioHelper);

    private static string[] Lines(object? value)
        => value.Unwrap() is string text && !text.TrimStart().StartsWith('[')
            ? text.Split(LineBreaks, StringSplitOptions.None)
            : EditorStrings.Read(value) ?? [];

    internal sealed class MultipleTextStringValueEditor : DataValueEditor
    {
        public MultipleTextStringValueEditor(
            DataEditorAttribute attribute,
            ILocalizedTextService localizedTextService,
            IShortStringHelper shortStringHelper,
            IJsonSerializer jsonSerializer,
            IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
            => Validators.Add(new CountValidator(localizedTextService));

        /// <inheritdoc />
        public override IValueRequiredValidator RequiredValidator { get; } = new ListRequiredValidator(value => Lines(value).Count(line => !string.IsNullOrWhiteSpace(line)));

        /// <inheritdoc />
        public override IValueFormatValidator FormatValidator { get; } = new LineFormatValidator();

        /// <inheritdoc />
        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
            => property.GetValue(culture, segment) is string { Length: > 0 } stored ? Lines(stored) : [];

        /// <inheritdoc />
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        {
            // A line break inside one text would split it in two when it is read back.
            string[] lines = [.. Lines(editorValue.Value).Select(line => line.ReplaceLineEndings(" ").Trim()).Where(line => line.Length > 0)];
            return lines.Length == 0 ? null : string.Join('\n', lines);
        }
    }

    private sealed class LineFormatValidator : IValueFormatValidator
    {
        private readonly RegexValidator _regex = new();

        public IEnumerable<ValidationResult> ValidateFormat(object? value, string? valueType, string format)
            => Lines(value).SelectMany(line => _regex.ValidateFormat(line, valueType, format)).Take(1);
    }

    private sealed class CountValidator(ILocalizedTextService localizedTextService) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext)
        {
            if (dataTypeConfiguration is not MultipleTextStringConfiguration configuration)
                return [];

            int count = Lines(value).Count(line => !string.IsNullOrWhiteSpace(line));
            return ItemCount.Validate(localizedTextService, count, configuration.Min, configuration.Max);
        }
    }
}
