using Site.Tests.Contract.ContentTypes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Containers;

/// <summary>What Core leaves to the repositories of folders.</summary>
public abstract class ContainerRepositoryTests(SiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private IDataTypeContainerService Folders => site.Get<IDataTypeContainerService>();

    [Fact]
    public async Task A_folder_is_in_its_parent()
    {
        EntityContainer parent = await CreateAsync(SchemaModel.UniqueAlias("Parent "));
        EntityContainer child = await CreateAsync("Enfant", parent);

        EntityContainer stored = (await Folders.GetAsync(child.Key))!;
        Assert.Equal((child.Id, "Enfant", $"-1,{parent.Id},{child.Id}", 2), (stored.Id, stored.Name, stored.Path, stored.Level));
        Assert.Equal((Constants.ObjectTypes.DataType, Constants.ObjectTypes.DataTypeContainer), (stored.ContainedObjectType, stored.ContainerObjectType));
        Assert.Equal(parent.Key, (await Folders.GetParentAsync(stored))?.Key);
        Assert.Contains(child.Key, (await Folders.GetAsync("enfant", 2)).Select(x => x.Key));
    }

    [Fact]
    public async Task Two_folders_in_one_place_never_have_the_same_name()
    {
        EntityContainer parent = await CreateAsync(SchemaModel.UniqueAlias("Parent "));
        await CreateAsync("Enfant", parent);
        Assert.Equal(EntityContainerOperationStatus.DuplicateName, (await Folders.CreateAsync(null, "ENFANT", parent.Key, _user)).Status);
    }

    [Fact]
    public async Task A_folder_is_renamed_and_deleted_when_it_is_empty()
    {
        EntityContainer folder = await CreateAsync(SchemaModel.UniqueAlias("Dossier "));
        string name = SchemaModel.UniqueAlias("Renommé ");
        Assert.True((await Folders.UpdateAsync(folder.Key, name, _user)).Success);
        Assert.Equal(name, (await Folders.GetAsync(folder.Key))?.Name);

        EntityContainer child = await CreateAsync("Enfant", folder);
        Assert.Equal(EntityContainerOperationStatus.NotEmpty, (await Folders.DeleteAsync(folder.Key, _user)).Status);
        Assert.True((await Folders.DeleteAsync(child.Key, _user)).Success);
        Assert.True((await Folders.DeleteAsync(folder.Key, _user)).Success);
        Assert.Null(await Folders.GetAsync(folder.Key));
    }

    [Fact]
    public async Task A_folder_with_a_document_type_in_it_is_not_deleted()
    {
        IContentTypeContainerService folders = site.Get<IContentTypeContainerService>();
        EntityContainer folder = (await folders.CreateAsync(null, SchemaModel.UniqueAlias("Types "), null, _user)).Result!;
        var model = new SchemaModel(site);
        IContentType type = await model.TypeAsync("Rangé");
        Assert.True((await model.Types.MoveAsync(type.Key, folder.Key)).Success);

        Assert.Equal(EntityContainerOperationStatus.NotEmpty, (await folders.DeleteAsync(folder.Key, _user)).Status);
        Assert.Equal($"-1,{folder.Id},{type.Id}", model.Reload(type).Path);
        Assert.True((await model.Types.MoveAsync(type.Key, null)).Success);
        Assert.True((await folders.DeleteAsync(folder.Key, _user)).Success);
    }

    [Fact]
    public async Task Folders_of_one_kind_are_not_those_of_another()
    {
        EntityContainer folder = await CreateAsync(SchemaModel.UniqueAlias("Données "));
        IDataTypeContainerRepository own = site.Get<IDataTypeContainerRepository>();
        Assert.Null(await site.Get<IContentTypeContainerService>().GetAsync(folder.Key));
        Assert.Null(await site.Get<IMediaTypeContainerService>().GetAsync(folder.Key));
        Assert.True(site.InScope(() => own.HasDuplicateName(Constants.System.Root, folder.Name!.ToUpperInvariant())));
        Assert.False(site.InScope(() => own.HasDuplicateName(folder.Key, folder.Name!)));
        Assert.Equal([folder.Key], site.InScope(() => own.GetMany(folder.Id)).Select(x => x.Key));
        Assert.Equal((true, false), (site.InScope(() => own.Exists(folder.Id)), site.InScope(() => site.Get<IDocumentTypeContainerRepository>().Exists(folder.Id))));
    }

    [Fact]
    public async Task What_is_in_a_deleted_folder_goes_to_the_folder_above()
    {
        EntityContainer upper = await CreateAsync(SchemaModel.UniqueAlias("Haut "));
        EntityContainer lower = await CreateAsync("Bas", upper);
        IDataType dataType = await new SchemaModel(site).TextBoxAsync();
        Assert.True((await site.Get<IDataTypeService>().MoveAsync(dataType, lower.Key, _user)).Success);
        Assert.Equal($"-1,{upper.Id},{lower.Id},{dataType.Id}", (await site.Get<IDataTypeService>().GetAsync(dataType.Key))!.Path);

        site.InScope(() =>
        {
            site.Get<IDataTypeContainerRepository>().Delete(lower);
            return 0;
        });

        IDataType stored = (await site.Get<IDataTypeService>().GetAsync(dataType.Key))!;
        Assert.Equal(($"-1,{upper.Id},{dataType.Id}", upper.Id, 2), (stored.Path, stored.ParentId, stored.Level));
    }

    private async Task<EntityContainer> CreateAsync(string name, EntityContainer? parent = null)
    {
        Attempt<EntityContainer?, EntityContainerOperationStatus> created = await Folders.CreateAsync(null, name, parent?.Key, _user);
        Assert.True(created.Success, created.Status.ToString());
        return created.Result!;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : ContainerRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : ContainerRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
