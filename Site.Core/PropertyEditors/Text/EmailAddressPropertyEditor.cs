using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Text;

/// <summary><c>Umbraco.EmailAddress</c>: one e-mail address, stored as text.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.EmailAddress, ValueEditorIsReusable = true)]
internal sealed class EmailAddressPropertyEditor : DataEditor
{
    public EmailAddressPropertyEditor(IDataValueEditorFactory dataValueEditorFactory)
        : base(dataValueEditorFactory)
        => SupportsReadOnly = true;

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<EmailAddressValueEditor>(Attribute!);

    internal sealed class EmailAddressValueEditor : DataValueEditor
    {
        public EmailAddressValueEditor(
            DataEditorAttribute attribute,
            ILocalizedTextService localizedTextService,
            IShortStringHelper shortStringHelper,
            IJsonSerializer jsonSerializer,
            IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
            => Validators.Add(new EmailValidator(localizedTextService));
    }
}
