using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Containers;

/// <summary>The folders of data types.</summary>
internal sealed class DataTypeContainerRepository(AmbientDbContext database, AppCaches appCaches)
    : EntityContainerRepository<IDataType>(database, appCaches, Constants.ObjectTypes.DataType), IDataTypeContainerRepository;

/// <summary>The folders of document types.</summary>
internal sealed class DocumentTypeContainerRepository(AmbientDbContext database, AppCaches appCaches)
    : EntityContainerRepository<IContentType>(database, appCaches, Constants.ObjectTypes.DocumentType), IDocumentTypeContainerRepository;

/// <summary>The folders of media types.</summary>
internal sealed class MediaTypeContainerRepository(AmbientDbContext database, AppCaches appCaches)
    : EntityContainerRepository<IMediaType>(database, appCaches, Constants.ObjectTypes.MediaType), IMediaTypeContainerRepository;

/// <summary>The folders of member types; there are none, as members are not offered.</summary>
internal sealed class MemberTypeContainerRepository(AmbientDbContext database, AppCaches appCaches)
    : EntityContainerRepository<IMemberType>(database, appCaches, Constants.ObjectTypes.MemberType), IMemberTypeContainerRepository;

/// <summary>The folders of document blueprints.</summary>
internal sealed class DocumentBlueprintContainerRepository(AmbientDbContext database, AppCaches appCaches)
    : EntityContainerRepository<IContent>(database, appCaches, Constants.ObjectTypes.DocumentBlueprint), IDocumentBlueprintContainerRepository;
