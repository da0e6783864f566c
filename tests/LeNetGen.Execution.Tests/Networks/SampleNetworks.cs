extern alias sample;

// The sample's networks are those of the requirement documents; what users see is what is tested.
global using FunctionalLeNet = sample::Trainer.Models.FunctionalLeNet;
global using InceptionLeNet = sample::Trainer.Models.InceptionLeNet;
global using KerasLeNet = sample::Trainer.Models.KerasLeNet;
global using LeNet = sample::Trainer.Models.LeNet;
global using LeNet5 = sample::Trainer.Models.LeNet5;
global using LeNet5Of1998 = sample::Trainer.Models.LeNet5Of1998;
global using Mlp = sample::Trainer.Models.Mlp;
global using ResidualLeNet = sample::Trainer.Models.ResidualLeNet;
global using SubclassedLeNet = sample::Trainer.Models.SubclassedLeNet;
global using TorchLeNet = sample::Trainer.Models.TorchLeNet;
global using TwoTowerLeNet = sample::Trainer.Models.TwoTowerLeNet;
